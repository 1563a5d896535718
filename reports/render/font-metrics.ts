/** Widths of the characters of one font; OpenType 1.9, tables head, hhea, hmtx and cmap. */
export class FontMetrics {
  private readonly bytes: Buffer;
  private readonly unitsPerEm: number;
  private readonly longMetrics: number;
  private readonly hmtx: number;
  /** Start of the cmap subtable of format 4. */
  private readonly characters: number;
  /** Widths by character that were asked for before. */
  private readonly advances = new Map<number, number>();

  /** Throws an Error if the font has no table of characters of format 4 for Windows. */
  constructor(bytes: Buffer) {
    this.bytes = bytes;
    this.unitsPerEm = bytes.readUInt16BE(this.table('head') + 18);
    this.longMetrics = bytes.readUInt16BE(this.table('hhea') + 34);
    this.hmtx = this.table('hmtx');
    this.characters = this.characterTable();
  }

  /** Width of a text in a font size, without kerning; in the unit of the font size. */
  widthOf(text: string, fontSize: number): number {
    let units = 0;
    for (const letter of text) units += this.advanceOf(letter.codePointAt(0)!);
    return (units * fontSize) / this.unitsPerEm;
  }

  /** Whether the font can draw a character. */
  has(codePoint: number): boolean {
    return this.glyphOf(codePoint) !== 0;
  }

  private advanceOf(codePoint: number): number {
    const known = this.advances.get(codePoint);
    if (known !== undefined) return known;
    const advance = this.readAdvance(codePoint);
    this.advances.set(codePoint, advance);
    return advance;
  }

  private readAdvance(codePoint: number): number {
    const glyph = Math.min(this.glyphOf(codePoint), this.longMetrics - 1);
    return this.bytes.readUInt16BE(this.hmtx + 4 * glyph);
  }

  private glyphOf(codePoint: number): number {
    const { bytes, characters: start } = this;
    if (codePoint > 0xffff) return 0;
    const doubled = bytes.readUInt16BE(start + 6);
    const [ends, starts] = [start + 14, start + 16 + doubled];
    const [deltas, offsets] = [starts + doubled, starts + 2 * doubled];
    for (let at = 0; at < doubled; at += 2) {
      if (codePoint > bytes.readUInt16BE(ends + at)) continue;
      const first = bytes.readUInt16BE(starts + at);
      if (codePoint < first) return 0;
      const offset = bytes.readUInt16BE(offsets + at);
      const direct =
        offset === 0 ? codePoint : bytes.readUInt16BE(offsets + at + offset + 2 * (codePoint - first));
      return direct === 0 ? 0 : (direct + bytes.readInt16BE(deltas + at)) & 0xffff;
    }
    return 0;
  }

  private characterTable(): number {
    const cmap = this.table('cmap');
    for (let i = 0; i < this.bytes.readUInt16BE(cmap + 2); i++) {
      const entry = cmap + 4 + 8 * i;
      const start = cmap + this.bytes.readUInt32BE(entry + 4);
      if (this.bytes.readUInt16BE(entry) === 3 && this.bytes.readUInt16BE(start) === 4) return start;
    }
    throw new Error('a font without character table of format 4');
  }

  private table(name: string): number {
    for (let i = 0; i < this.bytes.readUInt16BE(4); i++) {
      const entry = 12 + 16 * i;
      if (this.bytes.toString('latin1', entry, entry + 4) === name) return this.bytes.readUInt32BE(entry + 8);
    }
    throw new Error(`a font without table ${name}`);
  }
}
