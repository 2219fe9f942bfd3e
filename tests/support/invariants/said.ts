/** The complaints that hold, each about its subject. */
export const said = (subject: string, complaints: Record<string, boolean>): string[] =>
  Object.keys(complaints)
    .filter((complaint) => complaints[complaint])
    .map((complaint) => `${subject} ${complaint}`);
