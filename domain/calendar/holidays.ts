/**
 * The days that are not what their weekday says, as the State Council's General Office announced them:
 *
 * - 2023: 国办发明电〔2022〕16号, 8 December 2022
 * - 2024: 国办发明电〔2023〕7号, 25 October 2023
 * - 2025: 国办发明电〔2024〕12号, 12 November 2024
 * - 2026: 国务院办公厅关于2026年部分节假日安排的通知, 4 November 2025
 *
 * Compared day by day with the data of the npm package chinese-days 1.5.7. `off` are ranges of days off, first and last;
 * `made_up` are days of a weekend on which people work. A year that is missing here is not known, and nobody guesses it.
 */
export const holidays: Readonly<Record<number, { off: readonly (readonly [string, string])[]; made_up: readonly string[] }>> = {
  2023: {
    off: [
      ['01-01', '01-02'], ['01-21', '01-27'], ['04-05', '04-05'], ['04-29', '05-03'], ['06-22', '06-24'], ['09-29', '10-06'],
    ],
    made_up: ['01-28', '01-29', '04-23', '05-06', '06-25', '10-07', '10-08'],
  },
  2024: {
    off: [
      ['01-01', '01-01'], ['02-10', '02-17'], ['04-04', '04-06'], ['05-01', '05-05'], ['06-10', '06-10'], ['09-15', '09-17'],
      ['10-01', '10-07'],
    ],
    made_up: ['02-04', '02-18', '04-07', '04-28', '05-11', '09-14', '09-29', '10-12'],
  },
  2025: {
    off: [
      ['01-01', '01-01'], ['01-28', '02-04'], ['04-04', '04-06'], ['05-01', '05-05'], ['05-31', '06-02'], ['10-01', '10-08'],
    ],
    made_up: ['01-26', '02-08', '04-27', '09-28', '10-11'],
  },
  2026: {
    off: [
      ['01-01', '01-03'], ['02-15', '02-23'], ['04-04', '04-06'], ['05-01', '05-05'], ['06-19', '06-21'], ['09-25', '09-27'],
      ['10-01', '10-07'],
    ],
    made_up: ['01-04', '02-14', '02-28', '05-09', '09-20', '10-10'],
  },
}
