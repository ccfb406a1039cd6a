using CoinRig.Clock;
using CoinRig.Supervision;

namespace CoinRig.Gateway;

/// <summary>A gateway without a board: it has the supervisor give the coils supply, and sends heartbeats while the supervisor answers.</summary>
/// <param name="client">The link.</param>
/// <param name="clock">The clock.</param>
sealed class SupervisorHold(SupervisorClient client, IRigClock clock)
{
    const long StepNanoseconds = 20 * RigClockExtensions.Millisecond;
    const int Attempts = 50;

    SupervisorStatus _status;
    (int Channel, short Millivolts)? _cell;

    /// <summary>Limits that an empty holder is within.</summary>
    internal static SupervisorLimits EmptyHolders { get; } = new(0, 4500, 0, 4500, 4600, 600);

    /// <summary>Whether it sends no heartbeats.</summary>
    internal bool IsSilent { get; set; } = true;

    /// <summary>What the supervisor last said.</summary>
    internal SupervisorState State => client.State;

    /// <summary>Why it tripped.</summary>
    internal TripCause Cause => client.Cause;

    /// <summary>Limits around a voltage of one channel.</summary>
    internal static SupervisorLimits Around(int channel, short millivolts, short band) => channel == 1
        ? EmptyHolders with { LowestCell1 = (short)(millivolts - band), HighestCell1 = (short)(millivolts + band) }
        : EmptyHolders with { LowestCell2 = (short)(millivolts - band), HighestCell2 = (short)(millivolts + band) };

    /// <summary>Brings the supervisor to closed.</summary>
    /// <param name="limits">The limits.</param>
    /// <param name="cell">The channel that is watched, and what the gateway says that it reads there; null for channel 1 with what the supervisor reads.</param>
    /// <returns>Why not; null where it is done.</returns>
    internal string? Close(in SupervisorLimits limits, (int Channel, short Millivolts)? cell)
    {
        _cell = cell;
        try
        {
            client.Begin(SupervisorVisit.NewSession(), SupervisorVisit.HeartbeatMilliseconds);
            client.SetLimits(limits);
            _status = client.ReadStatus();
            IsSilent = false;
            var result = RequestResult.NotInThisState;
            for (var i = 0; i < Attempts && result != RequestResult.Done; i++)
            {
                for (var step = 0; step < 5; step++)
                {
                    Step();
                }
                result = client.Ask(LinkMessage.Arm, (byte)(1 << ((cell?.Channel ?? 1) - 1)));
            }
            result = result == RequestResult.Done ? client.Ask(LinkMessage.Close) : result;
            for (var i = 0; i < Attempts && result == RequestResult.Done && !_status.Flags.HasFlag(ReadingFlags.CoilsHaveSupply); i++)
            {
                Step();
            }
            return result != RequestResult.Done ? $"the supervisor does not close ({result}, in doubt: {_status.Doubt.Code()})"
                : _status.Flags.HasFlag(ReadingFlags.CoilsHaveSupply) ? null : "it is closed, and the coils have no supply";
        }
        catch (SupervisorException e)
        {
            return e.Message;
        }
    }

    /// <summary>A short while, a heartbeat where the supervisor answers, and what it says.</summary>
    /// <returns>Null where it does not answer.</returns>
    internal SupervisorStatus? Step()
    {
        clock.Wait(StepNanoseconds);
        try
        {
            if (!IsSilent)
            {
                client.Beat(Readings());
            }
            return _status = client.ReadStatus();
        }
        catch (SupervisorException)
        {
            // A gateway that hears nothing says nothing: the supervisor then opens.
            IsSilent = true;
            return null;
        }
    }

    /// <summary>Resets the trip.</summary>
    /// <returns>Why not; null where it is done.</returns>
    internal string? Reset()
    {
        try
        {
            client.Begin(SupervisorVisit.NewSession(), SupervisorVisit.HeartbeatMilliseconds);
            if (client.State != SupervisorState.Tripped)
            {
                return null;
            }
            var result = client.Ask(LinkMessage.Reset, (byte)client.Cause);
            return result == RequestResult.Done ? null : $"it cannot be reset ({result})";
        }
        catch (SupervisorException e)
        {
            return e.Message;
        }
    }

    /// <summary>Takes the coils' supply.</summary>
    internal void LetGo()
    {
        IsSilent = true;
        try
        {
            client.Ask(LinkMessage.Disarm);
        }
        catch (SupervisorException)
        {
            // What does not answer opens by the silence.
        }
    }

    CellReadings Readings() => _cell is { } cell
        ? new(cell.Channel == 1, cell.Millivolts, cell.Channel == 2, cell.Millivolts)
        : new(true, (short)_status.Cell1, true, (short)_status.Cell2);
}
