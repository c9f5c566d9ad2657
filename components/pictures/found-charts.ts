import { isValidElement, type ComponentProps, type ReactNode } from 'react'
import { Chart } from '../charts/chart'

export type ChartProps = ComponentProps<typeof Chart>

/**
 * The charts that a part of a page would show, in their order, without showing them: components are asked what they
 * consist of until a chart is met. So a picture is always the chart of the page and nothing else.
 */
export function chartsIn(node: ReactNode): ChartProps[] {
  if (Array.isArray(node)) return (node as ReactNode[]).flatMap(chartsIn)
  if (!isValidElement<{ children?: ReactNode }>(node)) return []
  const { type, props } = node
  if (type === Chart) return [props as unknown as ChartProps]
  if (typeof type === 'function') return chartsIn((type as (props: object) => ReactNode)(props))
  return chartsIn(props.children)
}

/** The words of a part of a page that holds nothing but words, as a desk shows them. */
export function textIn(node: ReactNode): string {
  if (typeof node === 'string' || typeof node === 'number') return String(node)
  if (Array.isArray(node)) return (node as ReactNode[]).map(textIn).join('')
  if (!isValidElement<{ children?: ReactNode; className?: string }>(node) || isForPhones(node.props)) return ''
  return textIn(node.props.children)
}

const isForPhones = ({ className }: { className?: string }) => className?.includes('sm:hidden') ?? false

/** One line of a legend: its little drawing and its words. */
export type Sign = { viewBox: string; drawing: ReactNode; text: string }

/** The lines of a chart's legend; none of one that only a phone shows, whose drawing has no room for names. */
export function signsIn(node: ReactNode): Sign[] {
  if (Array.isArray(node)) return (node as ReactNode[]).flatMap(signsIn)
  if (!isValidElement<{ children?: ReactNode; className?: string }>(node)) return []
  const { type, props } = node
  if (typeof type === 'function') return signsIn((type as (props: object) => ReactNode)(props))
  if (isForPhones(props)) return []
  if (type !== 'li') return signsIn(props.children)
  const svg = [props.children].flat().find(child => isValidElement(child) && child.type === 'svg')
  const drawn = isValidElement<{ viewBox: string; children: ReactNode }>(svg) ? svg.props : null
  return drawn ? [{ viewBox: drawn.viewBox, drawing: drawn.children, text: textIn(props.children) }] : []
}
