/** Why a program of ours does not run: one sentence for the operator and the exit code of docs/settings.md. */
export class Refusal extends Error {
  constructor(readonly exitCode: number, sentence: string) {
    super(sentence)
  }
}
