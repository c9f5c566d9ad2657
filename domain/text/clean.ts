// Control characters have no place in what people write; NUL hides the rest of a text from SQLite.
// Tab and line feed stay. Line and paragraph separators become line feeds, a byte order mark inside a text goes.
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufeff\ufff9-\ufffb]/g
const lineEnds = /\r\n?|[\u2028\u2029]/g

// Embeddings, overrides and isolates turn the text around them; taken away, they are always balanced, and each user
// string is isolated where it is shown. The plain marks U+200E and U+200F stay.
const bidiControls = /[\u202a-\u202e\u2066-\u2069]/g

// More than four marks on one letter are a prank that runs over the lines above.
const mostMarks = 4
const marks = new RegExp(`(\\p{M}{${mostMarks}})\\p{M}+`, 'gu')

/**
 * A text of several lines as it is stored: well formed, NFC, without controls, without bidi controls and with at most
 * four combining marks in a row. Nothing a reader could see is taken away. Cleaning twice changes nothing.
 */
export function cleanText(text: string): string {
  return text
    .replace(lineEnds, '\n')
    .replace(controls, '')
    .replace(bidiControls, '')
    .toWellFormed()
    .normalize('NFC')
    .replace(marks, '$1')
    // Marks that lost a neighbour may now compose with their letter.
    .normalize('NFC')
    .trim()
}

/** A text of one line: the same, and every run of white space is one space. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ').trim()
}
