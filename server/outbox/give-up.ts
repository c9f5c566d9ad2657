/** Thrown by a hand whose errand would fail however often it were tried. The message is a word for the record. */
export class GiveUp extends Error {}
