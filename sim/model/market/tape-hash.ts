/** A rolling hash over numbers: equal sequences give equal digests, and other ones almost surely others. */
export class TapeHash {
  private high = 0x9e3779b9 | 0;
  private low = 0x85ebca6b | 0;
  private readonly number = new Float64Array(1);
  private readonly words = new Int32Array(this.number.buffer);

  /** Takes in all 64 bits of a number. Two lanes of multiply and rotate, as in MurmurHash3 (Appleby 2011). */
  add(value: number): void {
    this.number[0] = value;
    this.mix(this.words[0]!);
    this.mix(this.words[1]!);
  }

  /** Sixteen hexadecimal digits. */
  digest(): string {
    return [this.high, this.low].map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
  }

  private mix(word: number): void {
    const scrambled = Math.imul(word, 0xcc9e2d51);
    this.high = rotated(this.high ^ Math.imul((scrambled << 15) | (scrambled >>> 17), 0x1b873593), 13);
    this.high = (Math.imul(this.high, 5) + 0xe6546b64) | 0;
    this.low = (Math.imul(rotated(this.low ^ word, 17), 0x2545f491) + this.high) | 0;
  }
}

function rotated(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}
