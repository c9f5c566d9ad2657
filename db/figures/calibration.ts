import { calibrationOf, type CalibrationFigure } from '@/domain/figures/calibration'
import type { Database } from '../connection'
import { knownForecasts } from './forecasts'

/** Whether forecasts came out as often as they promised; its shape is `CalibrationFigure`. */
export async function calibrationFigure(database: Database): Promise<CalibrationFigure> {
  return calibrationOf(await knownForecasts(database))
}
