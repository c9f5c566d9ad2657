/**
 * A chart is drawn twice, for a desk and for a phone, and the style sheet shows one. `type` is the size of its letters in
 * its own units, chosen so that none is under 12 px as displayed, down to a 320 px phone and a 640 px window.
 */
export type ChartSize = { name: 'desk' | 'phone'; width: number; type: string; line: number; shown: string }

// The class names stand whole, or Tailwind does not find them.
export const chartSizes: readonly ChartSize[] = [
  { name: 'desk', width: 720, type: 'text-[15px]', line: 22, shown: 'hidden sm:block' },
  { name: 'phone', width: 340, type: 'text-[15px]', line: 22, shown: 'max-w-sm sm:hidden' },
]
