using CoinRig.FrontEnd;

namespace CoinRig.Faults;

/// <summary>The results of the ADC as volts and amperes, computed from the codes by the data sheet and the board's page.</summary>
sealed class Readings
{
    const double LargestCode = 0x7F_FFFF;

    readonly World _world;
    readonly ChannelProfile _channel;
    readonly Conversion[][] _voltages, _currents;

    internal Readings(World world)
    {
        _world = world;
        _channel = world.Scenario.Setting.Profile.Channels[0];
        _voltages = Of(_channel.VoltageInputs);
        _currents = Of(_channel.CurrentInputs);
    }

    /// <summary>The result whose window is about a time, or -1; of several in one place the last, which repeated the others.</summary>
    internal int Find(int life, bool isVoltage, long nanoseconds, long within)
    {
        var all = (isVoltage ? _voltages : _currents)[life];
        var (low, high) = (0, all.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = all[middle].Center > nanoseconds + within ? (low, middle) : (middle + 1, high);
        }
        return low > 0 && Math.Abs(all[low - 1].Center - nanoseconds) <= within ? low - 1 : -1;
    }

    /// <summary>What there was about a time, in words.</summary>
    internal string Near(int life, long nanoseconds) => string.Join(", ", _world.Truth.Conversions.Where(c => c.Life == life && Math.Abs(c.Center - nanoseconds) < 200_000_000)
        .Select(c => FormattableString.Invariant($"{c.Inputs:X2} {(c.Center - nanoseconds) * 1e-6:+0.0;-0.0} ms {c.Code}")));

    /// <summary>A voltage, V.</summary>
    internal double Volts(int life, int index) => Volts(_voltages[life][index]);

    /// <summary>A current without the zero that is measured at connect, A, and what it was read with.</summary>
    internal (double Amperes, int Gain, int Range) Amperes(int life, int index)
    {
        var conversion = _currents[life][index];
        var (range, calibration) = (_channel.Ranges[conversion.Range], _channel.Calibration.Currents[conversion.Range]);
        return (AdcVolts(conversion) / range.ShuntOhms * calibration.Gain.Value + calibration.OffsetAmperes.Value, conversion.Gain, conversion.Range);
    }

    /// <summary>Whether a process may have recorded a row: one of its results has the row's voltage.</summary>
    internal bool Begins(int life, Life process, Row row, bool isExact) => process.IsResumption && (!isExact || _voltages[life].Any(c => IsSame(c, row)));

    /// <summary>How far the run's time is before the world's, ns: such that the rows are results; null where there is none.</summary>
    internal long? ShiftOf(int life, Life process, Row[] rows, bool isExact)
    {
        if (!process.IsResumption)
        {
            return process.Began;
        }
        if (!isExact)
        {
            return null;
        }
        var candidates = _voltages[life].Where(c => IsSame(c, rows[0])).Select(c => c.Center - rows[0].VoltageNanoseconds);
        foreach (var shift in candidates)
        {
            if (rows.Take(10).All(r => Find(life, true, r.VoltageNanoseconds + shift, 3_000_000) is >= 0 and var found && IsSame(_voltages[life][found], r)))
            {
                return shift;
            }
        }
        return null;
    }

    bool IsSame(in Conversion conversion, in Row row) => Math.Abs(Volts(conversion) - row.Volts) < 1e-9;

    double Volts(in Conversion conversion) =>
        AdcVolts(conversion) * _channel.Calibration.VoltageGain.Value / _world.Scenario.Setting.Profile.VoltageAmplifierGain + _channel.Calibration.VoltageOffsetVolts.Value;

    double AdcVolts(in Conversion conversion) => conversion.Code * 2 * _world.Scenario.Setting.Profile.AdcReferenceVolts / (conversion.Gain * LargestCode);

    Conversion[][] Of((int Positive, int Negative) inputs) => [.. Enumerable.Range(0, _world.Lives.Count)
        .Select(life => _world.Truth.Conversions.Where(c => c.Life == life && c.Inputs == (inputs.Positive << 4 | inputs.Negative)).ToArray())];
}
