/** The two buttons, equal in size and weight: declining is no harder than accepting. */
export function ConsentChoice({ onChoose }: { onChoose: (choice: 'granted' | 'denied') => void }) {
  return (
    <div className="consent-choice">
      <button type="button" className="button" onClick={() => onChoose('granted')}>
        Accept
      </button>
      <button type="button" className="button" onClick={() => onChoose('denied')}>
        Decline
      </button>
    </div>
  )
}
