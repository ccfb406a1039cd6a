using CoinRig.FrontEnd;
using CoinRig.Twin;

namespace CoinRig.Faults;

/// <summary>What an observer of the twin sees who knows nothing of the gateway: the true current and voltage at every step of the circuit, every line, every write of the DAC, and every result of the ADC.</summary>
sealed class Truth : CurrentWatch
{
    /// <summary>t18 of the ADS1256 at 25 SPS (SBAS288K, table of settling times).</summary>
    const long SettlingNanoseconds = 40_180_000;

    const int InputsRegister = 1, GainRegister = 2, GainBits = 7;

    readonly BoardTwin _twin;
    readonly WorldClock _clock;
    readonly BoardProfile _profile;
    readonly Action<string> _trace;
    double _coulombs;

    internal Truth(BoardTwin twin, BoardProfile profile, WorldClock clock, Action<string> trace) : base(double.PositiveInfinity)
    {
        (_twin, _profile, _clock, _trace) = (twin, profile, clock, trace);
        Start = clock.Nanoseconds;
        twin.Channels[0].CurrentWatch = this;
        twin.PinChanged = Changed;
        var load = twin.Dac.Loaded!;
        twin.Dac.Loaded = (output, nanoseconds) =>
        {
            load(output, nanoseconds);
            if (output == 0)
            {
                Writes.Add(new(nanoseconds, twin.Dac.Code(0), twin.Dac.Mode(0), IsRelayOn, IsPotentiostat));
            }
        };
    }

    /// <summary>When the first process began, ns.</summary>
    internal long Start { get; }

    /// <summary>Every step of the circuit.</summary>
    internal List<CircuitStep> Steps { get; } = [];

    /// <summary>Every result.</summary>
    internal List<Conversion> Conversions { get; } = [];

    /// <summary>Every load of channel 1's output of the DAC.</summary>
    internal List<DacWrite> Writes { get; } = [];

    /// <summary>When the relay's line went up, and when it went down or lost its supply; the last may be open.</summary>
    internal List<Closure> Closures { get; } = [];

    /// <summary>Whether the line of the cell relay is high.</summary>
    internal bool IsRelayOn { get; private set; }

    /// <summary>Whether the line of the potentiostat is high.</summary>
    internal bool IsPotentiostat { get; private set; }

    /// <summary>Which process runs, from 0.</summary>
    internal int Life { get; set; }

    /// <summary>Whether a process runs that answers for the cell.</summary>
    internal bool IsAnsweredFor { get; set; } = true;

    /// <inheritdoc/>
    public override void Take(double amperes, double volts, long end, long nanoseconds)
    {
        _coulombs += amperes * nanoseconds * 1e-9;
        // Without a cell there is no voltage of it: what the sense leads show is the output's.
        Steps.Add(new(end, nanoseconds, _twin.Channels[0].CellFault == CellFault.Open ? double.NaN : volts, amperes, _coulombs));
    }

    /// <summary>A result arrived.</summary>
    internal void Delivered(long started, int code)
    {
        var now = _clock.Nanoseconds;
        Conversions.Add(new(started + SettlingNanoseconds / 2, code, _twin.Adc.Register(InputsRegister, now), 1 << (_twin.Adc.Register(GainRegister, now) & GainBits),
            _twin.Channels[0].RangeIndex, Life));
    }

    /// <summary>The relay lost its supply, or a process that could answer for it died or began.</summary>
    internal void EndClosure()
    {
        if (Closures is [.., { Opened: long.MaxValue } last])
        {
            Closures[^1] = last with { Opened = _clock.Nanoseconds };
        }
    }

    void Changed(PinChange change)
    {
        var pins = _profile.Channels[0].Pins;
        if (change.Pin == pins.Potentiostat)
        {
            IsPotentiostat = change.IsHigh;
        }
        if (change.Pin != pins.CellRelay || change.IsHigh == IsRelayOn)
        {
            return;
        }
        IsRelayOn = change.IsHigh;
        _trace($"relay line {(change.IsHigh ? "high" : "low")}");
        if (change.IsHigh)
        {
            Closures.Add(new(change.Nanoseconds, long.MaxValue));
        }
        else if (IsAnsweredFor)
        {
            EndClosure();
        }
    }
}

/// <summary>A load of the DAC's output of channel 1.</summary>
/// <param name="Nanoseconds">When.</param>
/// <param name="Code">What.</param>
/// <param name="Mode">What the output does.</param>
/// <param name="IsRelayOn">Whether the relay's line was high.</param>
/// <param name="IsPotentiostat">Whether the line of the potentiostat was high.</param>
readonly record struct DacWrite(long Nanoseconds, ushort Code, DacPowerMode Mode, bool IsRelayOn, bool IsPotentiostat);

/// <summary>A time in which the relay's line was high and somebody answered for it.</summary>
/// <param name="Closed">From, ns.</param>
/// <param name="Opened">To, ns; the largest number while it is high.</param>
readonly record struct Closure(long Closed, long Opened);
