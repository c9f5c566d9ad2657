import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, rmdirSync, statfsSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'

/** A file system of its own, in memory, which can be filled up and turned read-only. */
export type SmallDisk = {
  folder: string
  free: () => number
  /** Fills it until so many bytes are left. */
  fill: (left: number) => void
  /** Takes away what `fill` put there. */
  empty: () => void
  readOnly: (is: boolean) => void
}

/** Why there can be none here: mounting is for root, and not in every container. */
export const noSmallDisk: string | null = (() => {
  try {
    remove(mount(1))
    return null
  } catch {
    return 'file systems may not be mounted here'
  }
})()

/** Taken away when the tests of this file have ended. */
export function newSmallDisk(megabytes: number): SmallDisk {
  const folder = mount(megabytes)
  afterAll(() => remove(folder))
  const filler = join(folder, 'filler')
  const free = () => statfsSync(folder).bavail * statfsSync(folder).bsize
  return {
    folder,
    free,
    fill: left => {
      rmSync(filler, { force: true })
      // Whoever is at work on it takes room between the look and the writing.
      for (let spare = left; ; spare += 65_536) {
        try {
          return writeFileSync(filler, Buffer.alloc(Math.max(0, free() - spare)))
        } catch (error) {
          rmSync(filler, { force: true })
          if ((error as NodeJS.ErrnoException).code !== 'ENOSPC' || spare > free()) throw error
        }
      }
    },
    empty: () => {
      if (existsSync(filler)) truncateSync(filler)
    },
    readOnly: is => void execFileSync('mount', ['-o', `remount,${is ? 'ro' : 'rw'}`, folder], { stdio: 'ignore' }),
  }
}

function mount(megabytes: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'guoshen-disk-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], { stdio: 'ignore' })
  } catch (error) {
    rmdirSync(folder)
    throw error
  }
  return folder
}

function remove(folder: string): void {
  execFileSync('umount', ['-l', folder], { stdio: 'ignore' })
  rmdirSync(folder)
}
