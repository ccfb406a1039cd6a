using CoinRig.FrontEnd;
using CoinRig.Twin;

namespace CoinRig.Faults;

/// <summary>The relay is open at the end and whenever nobody is sure; it closes on an output that is set, and opens before the output is taken off.</summary>
static class RelayJudge
{
    const string Promise = "relay";

    /// <summary>Within this of its closing, contact and output have settled, ns.</summary>
    const long ClosingNanoseconds = 5_000_000;

    /// <summary>A part of the largest allowed current that may flow while the relay closes: an error of calibration on a good cell.</summary>
    const double ClosingPart = 1;

    /// <summary>Nobody jumps the voltage of a connected cell by more, V.</summary>
    const double LargestJumpVolts = 0.3;

    const double NothingAmperes = 1e-9;

    internal static void Judge(World world, Judgement judgement)
    {
        var (truth, last) = (world.Truth, world.Lives[^1]);
        judgement.Check(!truth.IsRelayOn || last.WasKilled, Promise, $"its line is high at the end");
        judgement.Check(!world.Scenario.IsSupervised || !last.WasKilled || !world.Twin.HasCoilSupply, Promise, $"its supply is on at the end");
        judgement.Check(world.Lives.All(l => !l.HasSuspended || l.LeftItsRelayOpen), Promise, $"its line is high after the program was stopped");
        var isWelded = world.Channel.RelayFault == RelayFault.Welded;
        // A killed program's cell is the supervisor's to let go.
        var isLeft = last.WasKilled && !world.Scenario.IsSupervised;
        judgement.Check(isWelded || isLeft || Math.Abs(world.Channel.CellAmperes) <= NothingAmperes, Promise, $"{world.Channel.CellAmperes * 1e6:0.000} uA flow at the end");
        JudgeWelded(world, judgement, isWelded);
        if (last.WasKilled)
        {
            // Nobody came after it who could read its file: behind the relays the board stays as it was.
            return;
        }
        if (world.Scenario.Faults.Any(f => f.Type.Name is "DAC not written"))
        {
            return;
        }
        judgement.Check(world.Scenario.Setting.Profile.Topology == Topology.HardwareLoop || world.Twin.Dac.Mode(0) == DacPowerMode.HighImpedance, Promise, $"the DAC is not in high impedance at the end");
        judgement.Check(!world.Channel.IsOutputEnabled, Promise, $"the output stage is on at the end");
        JudgeWrites(world, judgement);
        if (!world.Scenario.Faults.Any(f => f.Type.SpoilsReadings || f.Type.SpoilsCurrent || CellMoves(f)))
        {
            JudgeClosing(world, judgement);
        }
    }

    /// <summary>Without a cell nothing flows through a welded relay, so that nothing can tell; nor can a run that began nothing.</summary>
    static void JudgeWelded(World world, Judgement judgement, bool isWelded)
    {
        var canTell = isWelded && world.Lives[^1].Outcome is not null && world.Channel.CellFault == CellFault.None
            && world.Scenario.Faults is [{ Seconds: var at }] && at < world.Lives[^1].Ended * 1e-9;
        judgement.Check(!canTell || judgement.State != "done", Promise, $"the run is done though its relay is welded");
    }

    /// <summary>While the relay's line is high the output is not taken off or thrown to another voltage.</summary>
    static void JudgeWrites(World world, Judgement judgement)
    {
        var volts = world.Scenario.Setting.Profile.DacReferenceVolts / 65536;
        for (var i = 1; i < world.Truth.Writes.Count; i++)
        {
            var (before, write) = (world.Truth.Writes[i - 1], world.Truth.Writes[i]);
            if (!write.IsRelayOn)
            {
                continue;
            }
            judgement.Check(write.Mode == DacPowerMode.Normal, Promise, $"the output is switched off at {write.Nanoseconds * 1e-9:0.000000} s with the relay's line high");
            judgement.Check(!write.IsPotentiostat || Math.Abs(write.Code - before.Code) * volts <= LargestJumpVolts, Promise,
                $"the voltage is thrown from code {before.Code} to {write.Code} at {write.Nanoseconds * 1e-9:0.000000} s with the relay's line high");
        }
    }

    static void JudgeClosing(World world, Judgement judgement)
    {
        foreach (var closure in world.Truth.Closures)
        {
            for (var i = LimitJudge.First(world.Truth.Steps, closure.Closed); i < world.Truth.Steps.Count && world.Truth.Steps[i].End <= closure.Closed + ClosingNanoseconds; i++)
            {
                var step = world.Truth.Steps[i];
                judgement.Check(Math.Abs(step.Amperes) <= ClosingPart * Setting.LargestAmperes, Promise, $"{step.Amperes * 1e3:0.000} mA flow at {step.End * 1e-9:0.000000} s, while the relay closes");
            }
        }
    }

    static bool CellMoves(Fault fault) => fault.Type.Name.StartsWith("cell ", StringComparison.Ordinal) || fault.Type.Name.StartsWith("relay ", StringComparison.Ordinal);
}
