/**
 * The same work, done once for each object as long as it is asked with the same other thing. Figures ask the same of a case's steps a
 * dozen times, and alike cases have the same steps (course-text.ts). Nobody may change what it answers.
 */
export function onceFor<Of extends object, Other, Answer>(work: (of: Of, other: Other) => Answer): (of: Of, other: Other) => Answer {
  const known = new WeakMap<Of, { other: Other; answer: Answer }>()
  return (of, other) => {
    const before = known.get(of)
    if (before && before.other === other) return before.answer
    const answer = work(of, other)
    known.set(of, { other, answer })
    return answer
  }
}
