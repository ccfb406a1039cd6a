using CoinRig.Clock;
using CoinRig.Firmware;
using CoinRig.Supervision;

namespace CoinRig.Gateway;

/// <summary>
/// An ESP32 without the ESP32: the same firmware code as on the device, in the loop of its program, with readings from elsewhere, a monostable and
/// a memory that outlives its reboots.
/// </summary>
/// <param name="read">Fills the readings, at a time in ns; the thermometer is its own affair too.</param>
/// <param name="line">Its end of the line to the gateway.</param>
sealed class FirmwareTwin(Action<Readings, long> read, ISerialLine line) : IBlackBoxStorage
{
    const long LoopNanoseconds = BoardProfile.LoopMilliseconds * RigClockExtensions.Millisecond;
    const long StartNanoseconds = 800 * RigClockExtensions.Millisecond;

    readonly byte[] _memory = new byte[BlackBox.Size];
    readonly byte[] _received = new byte[256];
    Readings _readings = new();
    Supervisor? _supervisor;
    LinkSession? _link;
    long _startedAt;
    long _skipped;

    /// <summary>When the next loop is due, ns.</summary>
    internal long NextDue { get; private set; } = StartNanoseconds;

    /// <summary>Whether the interpreter hangs: pins stay as they are.</summary>
    internal bool IsHung { get; set; }

    /// <summary>The monostable that hangs on it.</summary>
    internal TwinMonostable Monostable { get; } = new();

    /// <summary>The logic that runs; null while it starts.</summary>
    internal Supervisor? Supervisor => _supervisor;

    /// <summary>Begins anew: the pins fall back, and the loop begins after a while.</summary>
    internal void Reboot(long now)
    {
        Monostable.Set(false, false, now);
        (_supervisor, _link, IsHung) = (null, null, false);
        NextDue = now + StartNanoseconds;
    }

    /// <summary>A person presses the button.</summary>
    internal void PressButton(long now) => _supervisor?.PressButton(UptimeAt(now));

    /// <summary>Leaves out loops in which nothing would have happened, by whole periods of the trigger; its own time stands still for so long.</summary>
    /// <param name="until">The next loop is not later than this, ns.</param>
    internal void Skip(long until)
    {
        var skipped = Math.Max(0, until - NextDue) / (2 * LoopNanoseconds) * (2 * LoopNanoseconds);
        NextDue += skipped;
        _skipped += skipped;
        Monostable.WasToggledFor(skipped);
    }

    /// <summary>Its own time, ms.</summary>
    internal long UptimeAt(long now) => (now - _startedAt - _skipped) / RigClockExtensions.Millisecond;

    /// <summary>One loop of the firmware's program.</summary>
    internal void Loop(long now)
    {
        NextDue = now + LoopNanoseconds;
        if (IsHung)
        {
            return;
        }
        if (_supervisor is null || _link is null)
        {
            (_startedAt, _skipped) = (now, 0);
            _readings = new Readings();
            _supervisor = new Supervisor(_readings, this);
            _link = new LinkSession(_supervisor);
        }
        var uptime = UptimeAt(now);
        for (var count = line.Read(_received); count > 0; count = line.Read(_received))
        {
            _link.Take(_received, count, uptime);
        }
        _readings.CoilIsPowered = Monostable.HasSupply(now);
        read(_readings, uptime);
        _supervisor.Cycle(uptime);
        Monostable.Set(_supervisor.Monostable.IsReleased, _supervisor.Monostable.Trigger, now);
        _link.TellChanges();
        line.Write(_link.Out.Waiting.AsSpan(0, _link.Out.Count));
        _link.Out.Clear();
        _supervisor.Box.Save();
    }

    /// <inheritdoc/>
    public bool Read(byte[] to, int count)
    {
        _memory.AsSpan(0, count).CopyTo(to);
        return true;
    }

    /// <inheritdoc/>
    public bool Write(byte[] from, int start, int count)
    {
        from.AsSpan(start, count).CopyTo(_memory.AsSpan(start));
        return true;
    }
}
