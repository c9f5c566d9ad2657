/** Milliseconds between two looks. */
export const lookEvery = 100
const tooLate = 100
const looks = 10
// Code that is loaded when it is first used, or a machine with other things to do, makes us late for one reader too; that is
// no overload, and refusing him would help nobody.
const someUnderWay = 8
const mostUnderWay = 250

/**
 * Says when there is more to do than can be done: requests wait for Next while a thread was late more often than not within
 * a second, or more of them wait than it finishes in any bearable time.
 */
export class Valve {
  private readonly seen: number[] = []

  constructor(private readonly underWay: () => number) {}

  /** Notes by how many milliseconds the later of our threads is late. */
  look(lateness: number): void {
    this.seen.push(lateness)
    if (this.seen.length > looks) this.seen.shift()
  }

  get isOverloaded(): boolean {
    const waiting = this.underWay()
    if (waiting <= someUnderWay) return false
    return waiting > mostUnderWay || this.seen.filter(late => late > tooLate).length > looks / 2
  }
}
