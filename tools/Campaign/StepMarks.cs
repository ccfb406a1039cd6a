using CoinRig.Clock;
using CoinRig.Control;

namespace CoinRig.Campaign;

/// <summary>Sets the marks of a plan while its step runs, on the clock of the run, so that a seed gives the same file.</summary>
sealed class StepMarks(ChannelRun run, IRigClock clock, MarkPlan plan) : IScanned
{
    int _count;

    public long NextDue { get; private set; } = clock.Nanoseconds;

    public bool HasEnded => run.HasEnded;

    public void Scan()
    {
        if (run.Live.Step?.Number == plan.Step)
        {
            run.Mark($"{plan.Text} {++_count} starts", MarkSource.Command, clock.Nanoseconds);
        }
        NextDue += (long)(plan.Seconds * 1e9);
    }
}
