using CoinRig.Clock;
using CoinRig.Control;

namespace CoinRig.Gateway;

/// <summary>Sets the marks of a plan while its step runs, on the clock of the run, so that a seed gives the same file.</summary>
/// <param name="run">The run.</param>
/// <param name="clock">Its clock.</param>
/// <param name="plan">Which marks.</param>
/// <param name="before">How many are in its file already.</param>
sealed class StepMarks(ChannelRun run, IRigClock clock, MarkPlan plan, int before = 0) : IScanned
{
    int _count = before;

    public long NextDue { get; private set; } = clock.Nanoseconds;

    public bool HasEnded => run.HasEnded;

    public void Scan()
    {
        if (run.Live.Step?.Number == plan.Step && !run.Live.IsPaused)
        {
            run.Mark($"{plan.Text} {++_count} starts", MarkSource.Command, clock.Nanoseconds);
        }
        NextDue += (long)(plan.Seconds * 1e9);
    }
}
