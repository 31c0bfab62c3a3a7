import { useEffect, useState } from 'react';

type DayPart = 'night' | 'morning' | 'afternoon' | 'evening';

/** The part of the day it is, as it passes. */
export function useDayPart(): DayPart {
  const [part, setPart] = useState(currentPart);
  useEffect(() => {
    const timer = setInterval(() => {
      setPart(currentPart());
    }, 60_000);
    return () => {
      clearInterval(timer);
    };
  }, []);
  return part;
}

function currentPart(): DayPart {
  const hour = new Date().getHours();
  if (hour < 5) return 'night';
  if (hour < 12) return 'morning';
  return hour < 18 ? 'afternoon' : 'evening';
}
