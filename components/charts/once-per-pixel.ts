/**
 * Of points that fall on one pixel only the last: what a step curve shows there anyway. A curve of two thousand steps
 * becomes one of some hundred, and the page a third of its weight.
 */
export function oncePerPixel<Point>(points: readonly Point[], x: (point: Point) => number): Point[] {
  return points.filter((point, index) => {
    const next = points[index + 1]
    return next === undefined || Math.round(x(next)) !== Math.round(x(point))
  })
}

/** A coordinate to a tenth of a pixel: nobody sees more, and everybody downloads it. */
export function tenth(coordinate: number): number {
  return Math.round(coordinate * 10) / 10
}
