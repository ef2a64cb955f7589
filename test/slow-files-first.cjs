/**
 * On a new machine jest knows no times, and begins with the largest files: those of few lines that check a workbook a
 * thousand times would come last, each on one core while the other is idle.
 */
const { default: Sequencer } = require("@jest/test-sequencer");

const SLOW =
  /[\\/](?:faults[\\/](?:repairs|planted|recall|text-recall)|golden[\\/]criteria[\\/]coverage|fuzz[\\/]fuzz)\.test\.ts$/;

module.exports = class SlowFilesFirst extends Sequencer {
  sort(tests) {
    const usual = super.sort(tests);
    return [...usual.filter(({ path }) => SLOW.test(path)), ...usual.filter(({ path }) => !SLOW.test(path))];
  }
};
