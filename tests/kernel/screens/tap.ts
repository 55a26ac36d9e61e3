import { act, fireEvent, screen } from '@testing-library/react'

/** Taps what has this role and name, and waits for what follows from it at once. */
export const tap = (role: 'button' | 'radio' | 'checkbox' | 'tab' | 'link', name: string | RegExp) =>
  act(async () => void fireEvent.click(screen.getByRole(role, { name })))

/** Writes into the field with this name. */
export const write = (label: string | RegExp, value: string) =>
  act(async () => void fireEvent.change(screen.getByLabelText(label), { target: { value } }))

/** Turns the wheel of a picker of days or times. */
export const turn = (name: RegExp, value: string) =>
  act(async () => {
    const wheel = screen.getByLabelText(name).closest('label')!.querySelector('input')!
    fireEvent.change(wheel, { target: { value } })
  })
