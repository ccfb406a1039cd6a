using CoinRig.Control;

namespace CoinRig.Runs;

/// <summary>A step as a screen shows it.</summary>
/// <param name="StepCount">Its number in the order of the run, from 1.</param>
/// <param name="Number">Its number in the program, from 1.</param>
/// <param name="Technique">The technique's name.</param>
/// <param name="Text">The step in the words of the file.</param>
/// <param name="Cycle">The cycle, from 1.</param>
/// <param name="StartedSeconds">When it began, s.</param>
/// <param name="EndedSeconds">When it ended, s; NaN while it runs.</param>
/// <param name="Reason">Why it ended; null while it runs.</param>
/// <param name="EndText">Why it ended, in words.</param>
public sealed record StepRow(int StepCount, int Number, string Technique, string Text, int Cycle, double StartedSeconds, double EndedSeconds,
    EndReason? Reason, string EndText);
