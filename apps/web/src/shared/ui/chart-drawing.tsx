import { BarChart, LineChart } from 'echarts/charts'
import { GridComponent, TooltipComponent } from 'echarts/components'
import { init, use as load, type ECharts } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'
import { useLanguage } from '../language.ts'

load([BarChart, LineChart, GridComponent, TooltipComponent, SVGRenderer])

/** One series: its name, its numbers by category, and the colour token it is drawn in. */
export type ChartSeries = {
  name: string
  values: readonly (number | null)[]
  tone: 'committed' | 'registered' | 'verified' | 'good' | 'bad' | 'quiet'
}

/** About how wide a letter of a label is, and how many letters the axis of values takes. */
const LETTER_SHARE = 0.46
const AXIS_LETTERS = 5

type ChartDrawingProps = {
  kind: 'bar' | 'line'
  categories: readonly string[]
  series: readonly ChartSeries[]
  write: (value: number | null) => string
}

/** Draws a chart as SVG. In Persian its axis runs from right to left. */
export function ChartDrawing(props: ChartDrawingProps) {
  const box = useRef<HTMLDivElement>(null)
  const chart = useRef<ECharts | null>(null)
  const isPersian = useLanguage() === 'fa'

  useEffect(() => {
    if (box.current === null) return
    const drawn = init(box.current, null, { renderer: 'svg' })
    chart.current = drawn
    const sizes = new ResizeObserver(() => drawn.resize())
    sizes.observe(box.current)
    return () => {
      sizes.disconnect()
      drawn.dispose()
    }
  }, [])

  useEffect(() => {
    let drawnWidth = 0
    const draw = () => {
      drawnWidth = box.current?.clientWidth ?? 0
      chart.current?.setOption(optionOf(props, isPersian, drawnWidth), { notMerge: true })
    }
    draw()
    const sizes = new ResizeObserver(() => {
      if (box.current?.clientWidth !== drawnWidth) draw()
    })
    if (box.current !== null) sizes.observe(box.current)
    const themes = new MutationObserver(draw)
    themes.observe(document.documentElement, { attributeFilter: ['data-theme'] })
    // What watches sizes is told too late for paper, and so would the next frame be.
    const fitPaper = () => {
      chart.current?.resize({ silent: true })
      drawnWidth = box.current?.clientWidth ?? 0
      const option = { ...optionOf(props, isPersian, drawnWidth), animation: false }
      chart.current?.setOption(option, { notMerge: true })
      chart.current?.getZr().flush()
    }
    window.addEventListener('beforeprint', fitPaper)
    return () => {
      window.removeEventListener('beforeprint', fitPaper)
      sizes.disconnect()
      themes.disconnect()
    }
  }, [props, isPersian])

  return <div ref={box} className="chart-drawing" />
}

function optionOf({ kind, categories, series, write }: ChartDrawingProps, isPersian: boolean, width: number) {
  const styles = getComputedStyle(document.documentElement)
  const colour = (name: string) => styles.getPropertyValue(`--${name}`).trim()
  const letter = Number.parseFloat(styles.fontSize)
  const label = { color: colour('quiet'), fontFamily: 'Vazirmatn Variable', fontSize: 0.86 * letter }
  const longest = Math.max(0, ...categories.map(({ length }) => length))
  const room = (width - AXIS_LETTERS * letter) / Math.max(1, categories.length)
  const needed = longest * LETTER_SHARE * letter
  // Where months have no room, every other one is named; other names all stand there, aslant if need be.
  const every = kind === 'line' ? Math.max(1, Math.ceil(needed / room)) : 1
  const isAslant = kind === 'bar' && needed > room
  // In Persian the first series stands at the right of its category.
  const all = isPersian ? series.toReversed() : series
  return {
    animationDuration: 250,
    textStyle: { fontFamily: 'Vazirmatn Variable' },
    grid: { left: 8, right: 8, top: 12, bottom: 4, containLabel: true },
    tooltip: {
      trigger: 'axis',
      order: isPersian ? 'seriesDesc' : 'seriesAsc',
      renderMode: 'richText',
      backgroundColor: colour('surface'),
      borderColor: colour('line'),
      textStyle: { color: colour('text'), fontFamily: 'Vazirmatn Variable' },
      valueFormatter: (value: unknown) => write(typeof value === 'number' ? value : null),
      axisPointer: { type: 'shadow' },
    },
    xAxis: {
      type: 'category',
      data: categories,
      inverse: isPersian,
      axisLabel: {
        ...label,
        interval: every - 1,
        hideOverlap: true,
        width: 11 * letter,
        overflow: 'truncate',
        rotate: isAslant ? (isPersian ? -38 : 38) : 0,
      },
      axisLine: { lineStyle: { color: colour('line') } },
      axisTick: { show: false },
    },
    yAxis: {
      type: 'value',
      position: isPersian ? 'right' : 'left',
      axisLabel: { ...label, formatter: write },
      splitLine: { lineStyle: { color: colour('line') } },
    },
    series: all.map(({ name, values, tone }) => ({
      type: kind,
      name,
      data: values,
      color: colour(tone),
      barMaxWidth: 2 * letter,
      barGap: '10%',
      itemStyle: { borderRadius: [2, 2, 0, 0] },
    })),
  }
}
