/** Every number here decides what a reader may see; each has its reason beside it. Method 1, `/method`. */

/** Two-sided 95 % of the standard normal. */
export const z95 = 1.959963984540054

/** Below this many people a figure can be traced to a person. */
export const fewestAccounts = 5

/** Simulated at 30 % censoring: below 10 the upper limit of a median is missing in 63–100 % of samples. */
export const fewestAccountsForQuantiles = 10

/** A curve with fewer than 5 ends has hardly a step to stand on. */
export const fewestEvents = 5

/** The slowest quarter and tenth rest on few cases: at 20 spells p90 is not even reached in 21 % of samples. */
export const fewestSpellsForTail = 30

/** A quantile from here up belongs to the tail. */
export const tailFrom = 0.75

/** Fewer cases than this make a figure that next week may contradict; it is shown and called early. */
export const fewestSpellsForSteady = 20

/** Below 5 at risk one person's answer moves the curve by a fifth or more. */
export const fewestAtRisk = 5

/** Someone asking how long is left compares with at least 10 who waited as long. */
export const fewestWaitingAsLong = 10

/** A difference in words needs 20 ends on both sides, or the normal interval is not to be trusted. */
export const fewestEventsToCompare = 20

/** With 100 honest cases and one account's 100 fakes the median moves from 5.0 to 29.6 days uncapped, to 5.3 capped. */
export const mostPerAccountStageMonth = 3

/** A wait is known to the minute when its interval is at most an hour wide … */
export const preciseMinutes = 60

/** … or at most a quarter of its longest: nobody remembers a week to the hour, and it need not be. */
export const preciseFraction = 0.25

/**
 * … and never more than half a day: a quarter of a long wait would let in what is dated by days only, while short waits dated
 * so are left out, and the median would rise by a sixth (simulated; docs/decisions/0006).
 */
export const preciseAtMost = 720

/** A wait whose interval is wider than this is called rough, though it still counts. */
export const roughMinutes = 10

/** When more than a tenth of the waits are rough, their roughness is published beside the median. */
export const roughShareToTell = 0.1

/** Minutes are shown where at least 4 in 5 know them; else the few would speak for the many. */
export const preciseShareForMinutes = 0.8

/** Half an answer by the next day is a matter of minutes and hours; anything slower reads better in days. */
export const mostDaysForMinutes = 1

/** Days at which the outcome table is read: tomorrow, half a week, one week, two weeks, a month. */
export const outcomeDays = [1, 3, 7, 14, 30] as const

/** Pulling shares towards their average needs enough groups to know how far groups differ … */
export const fewestGroupsToPool = 5

/** … and enough cases to know the average. */
export const fewestCasesToPool = 50

/** How far could a figure be from the honest one? Asked of every tenth report being false, more than anybody has seen. */
export const falseShare = 0.1

/** … and of the accounts that move it most being taken away: one liar, a few friends, a small team. */
export const accountsTakenAway = [1, 3, 5] as const

/** A change is looked for only where six weeks on each side show what is usual there … */
export const fewestWeeksEachSide = 6

/** … with 30 decided each, so that 10 points are more than two people. */
export const fewestDecidedEachSide = 30

/** A smaller change is told to nobody: week by week chance moves a share by as much. */
export const leastChange = 0.1

/** Chance alone may announce a change in one of a hundred looks, and two looks in a row have to agree. */
export const changeP = 0.01

/** 999 draws tell 1 % from 2 %, and with the observed one they make a round thousand. */
export const changeDraws = 999

/** A month is still filling in until nine in ten of what happened in it will have been reported. */
export const reportedEnough = 0.9

/** Under 20 reports nobody knows how late people report. */
export const fewestDelays = 20

/** Before and after a rule change: two months on each side are enough to see, and few enough for little else to change. */
export const weeksAroundRule = 8
