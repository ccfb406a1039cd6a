using CoinRig.Clock;
using CoinRig.Firmware;

namespace CoinRig.SupervisorRuns;

/// <summary>How a fault strikes, how the gateway goes on with it, and which causes may stand in the black box afterwards.</summary>
sealed class FaultPlan(Bench bench, Fault fault, Random random)
{
    long _silentUntil = -1;
    bool _isGone, _restarts, _repeats;
    byte[] _lastFrame = [];

    /// <summary>The causes that may stand at the end.</summary>
    internal IReadOnlyList<TripCause> Expected { get; } = fault switch
    {
        Fault.None => [TripCause.None],
        Fault.GatewayHangs or Fault.LineCut => [TripCause.HeartbeatSilent],
        // Where the frame itself was lost at first, its copy is the first that comes, too late.
        Fault.FrameRepeats => [TripCause.HeartbeatSilent, TripCause.HeartbeatLate],
        // A short pause is none; bytes of a gateway that pauses come in time again.
        Fault.GatewayPauses => [TripCause.None, TripCause.HeartbeatSilent],
        Fault.GatewayRestarts => [TripCause.GatewayRestarted, TripCause.HeartbeatSilent],
        // It wrote nothing more: what it did when it hung is all it knows.
        Fault.FirmwareHangs => [TripCause.None],
        Fault.FirmwareSlow => [TripCause.CoilDead],
        Fault.FirmwareReboots => [TripCause.Rebooted],
        Fault.BytesLate => [TripCause.HeartbeatLate, TripCause.HeartbeatSilent],
        Fault.LineNoisy => [TripCause.None, TripCause.HeartbeatSilent],
        Fault.GatewayMisreads => [TripCause.Disagreement],
        Fault.SupplySags => [TripCause.SupplyLow],
        Fault.CellAbove => [TripCause.CellAbove],
        Fault.CellBelow => [TripCause.CellBelow],
        Fault.CellUnread => [TripCause.CellLost],
        Fault.BoardHot => [TripCause.BoardHot],
        Fault.DoorOpens => [TripCause.DoorOpen],
        _ => [TripCause.Button],
    };

    /// <summary>Whether the coils must have no supply at the end.</summary>
    internal bool MustOpen => fault is not (Fault.None or Fault.GatewayPauses or Fault.LineNoisy);

    /// <summary>The fault comes.</summary>
    internal void Strike(GatewayStub gateway)
    {
        var now = bench.Clock.Nanoseconds;
        switch (fault)
        {
            case Fault.GatewayHangs:
                _isGone = true;
                break;
            case Fault.GatewayPauses or Fault.GatewayRestarts:
                _silentUntil = now + random.NextInt64(50, 2000) * RigClockExtensions.Millisecond;
                _restarts = fault == Fault.GatewayRestarts;
                break;
            case Fault.FirmwareHangs:
                (bench.Firmware.IsHung, bench.HungAt) = (true, now);
                break;
            case Fault.FirmwareSlow:
                bench.LoopsLate = () => random.NextInt64(30, 40) * RigClockExtensions.Millisecond;
                break;
            case Fault.FirmwareReboots:
                bench.Firmware.Reboot(now);
                break;
            case Fault.BytesLate:
                bench.Up.DelayNanoseconds += random.NextInt64(60, 3000) * RigClockExtensions.Millisecond;
                break;
            case Fault.FrameRepeats:
                _repeats = true;
                break;
            case Fault.LineCut:
                bench.Up.IsCut = true;
                break;
            case Fault.LineNoisy:
                bench.Up.BadPart = bench.Down.BadPart = 0.05 / 3;
                bench.EventDue = now + 2 * RigClockExtensions.Second;
                bench.Event = () => bench.Up.BadPart = bench.Down.BadPart = 0;
                break;
            case Fault.GatewayMisreads:
                gateway.MisreadMillivolts = 300;
                break;
            case Fault.SupplySags:
                bench.SupplyMillivolts = random.Next(3000, 4600);
                break;
            case Fault.CellAbove:
                bench.CellMillivolts = random.Next(4350, 4800);
                break;
            case Fault.CellBelow:
                bench.CellMillivolts = random.Next(200, 2350);
                break;
            case Fault.CellUnread:
                bench.CellIsRead = false;
                break;
            case Fault.BoardHot:
                bench.BoardDecidegrees = 480;
                break;
            case Fault.DoorOpens:
                bench.DoorIsClosed = false;
                break;
            case Fault.ButtonPressed:
                bench.Firmware.Supervisor!.PressButton(now / RigClockExtensions.Millisecond);
                break;
        }
    }

    /// <summary>The gateway scans until the end, as far as the fault lets it.</summary>
    internal void Carry(GatewayStub gateway, long end)
    {
        while (bench.Clock.Nanoseconds < end)
        {
            if (_isGone)
            {
                bench.Clock.WaitUntil(end);
            }
            else if (_silentUntil >= 0)
            {
                bench.Clock.WaitUntil(_silentUntil);
                _silentUntil = -1;
                if (_restarts)
                {
                    new GatewayStub(bench, (ushort)random.Next(1, 65536)).TryClose();
                    _isGone = true;
                }
            }
            else if (_repeats)
            {
                bench.Clock.Wait(GatewayStub.ScanNanoseconds);
                bench.Up.Write(_lastFrame, bench.Clock.Nanoseconds);
            }
            else
            {
                gateway.Scan();
                _lastFrame = gateway.LastFrame;
            }
        }
    }
}
