using Iot.Device.Ads1256;

namespace CoinRig.FrontEnd;

/// <summary>The two ADC inputs of a channel as calibrated volts and amperes.</summary>
sealed class ChannelInputs
{
    /// <summary>The shunt amplifier gives 1 V at full scale and saturates at 1.25 V; beyond this part of full scale it is not believed.</summary>
    const double BelievedPart = 1.2;

    readonly Ads1256 _adc;
    readonly BoardTurns _turns;
    readonly AnalogInput _voltagePositive;
    readonly AnalogInput _voltageNegative;
    readonly AnalogInput _currentPositive;
    readonly AnalogInput _currentNegative;
    readonly double _voltsPerAdcVolt;
    readonly double _voltageOffset;
    readonly double _believedSignalVolts;
    readonly RangeScale[] _scales;

    /// <param name="adc">The ADC.</param>
    /// <param name="turns">Whose turn it is on the board.</param>
    /// <param name="profile">The channel.</param>
    /// <param name="amplifierGain">Gain between cell and ADC, 1.</param>
    /// <param name="believedSignalVolts">At a signal beyond this the amplifier or follower is at its end: a sense lead is off, V at the ADC.</param>
    internal ChannelInputs(Ads1256 adc, BoardTurns turns, ChannelProfile profile, double amplifierGain, double believedSignalVolts)
    {
        _believedSignalVolts = believedSignalVolts;
        _adc = adc;
        _turns = turns;
        _voltagePositive = (AnalogInput)profile.VoltageInputs.Positive;
        _voltageNegative = (AnalogInput)profile.VoltageInputs.Negative;
        _currentPositive = (AnalogInput)profile.CurrentInputs.Positive;
        _currentNegative = (AnalogInput)profile.CurrentInputs.Negative;
        _voltsPerAdcVolt = profile.Calibration.VoltageGain.Value / amplifierGain;
        _voltageOffset = profile.Calibration.VoltageOffsetVolts.Value;
        _scales = [.. profile.Ranges.Zip(profile.Calibration.Currents, (range, calibration) => new RangeScale
        {
            LowestGain = PgaGains.FromFactor(range.AdcGain),
            Gain = new GainFollower(PgaGains.FromFactor(range.AdcGain)),
            Zeros = new double[(int)PgaGain.X64 + 1],
            AmperesPerAdcVolt = calibration.Gain.Value / range.ShuntOhms,
            Offset = calibration.OffsetAmperes.Value,
            BelievedAmperes = BelievedPart * range.FullScaleAmperes,
        })];
    }

    /// <summary>Between two parts of something long: the other channels have the scans that are due before the next conversions would be over.</summary>
    internal void GiveTurn(int conversions = 1) => _turns.BeforeConversion(conversions);

    /// <summary>Waits until a time, ns; the other channels have their scans meanwhile.</summary>
    internal void WaitUntil(long nanoseconds) => _turns.WaitUntil(nanoseconds);

    /// <summary>The voltage that was read last.</summary>
    internal LastVoltage Last { get; } = new();

    /// <summary>In the middle of many readings of the current: who watches the board's conversions wants to know how the cell is.</summary>
    internal void ShowVoltage()
    {
        if (_adc.Converted is not null)
        {
            ReadVoltage();
        }
    }

    /// <summary>Converts the voltage once.</summary>
    internal Reading ReadVoltage()
    {
        var conversion = _adc.Convert(_voltagePositive, _voltageNegative, PgaGain.X1);
        var volts = conversion.Volts * _voltsPerAdcVolt + _voltageOffset;
        Last.Take(volts, conversion.CenterNanoseconds);
        return new Reading(volts, conversion.CenterNanoseconds, conversion.IsClipped || Math.Abs(conversion.Volts) > _believedSignalVolts);
    }

    /// <summary>
    /// Reads the current. The gain follows the readings before; a reading that the raised gain may have cut off is repeated at the
    /// lowest, so that no smaller current than flows is ever told.
    /// </summary>
    internal Reading ReadCurrent(int range)
    {
        ref var scale = ref _scales[range];
        var conversion = Convert(scale.Gain.Next);
        if (!scale.Gain.Believes(conversion))
        {
            scale.Gain.Reset();
            conversion = Convert(scale.LowestGain);
        }
        var reading = scale.Reading(conversion, scale.Gain.Next);
        scale.Gain.Follow(conversion);
        return reading;
    }

    /// <summary>The set value, the range or the relay changes: the next current is read at the gain that fits all of the range.</summary>
    internal void ExpectJump(int range) => _scales[range].Gain.Reset();

    /// <summary>The gains at which the current of a range is read.</summary>
    internal IEnumerable<PgaGain> Gains(int range) => GainsFrom(_scales[range].LowestGain);

    /// <summary>The gain that fits all of a range and all above it.</summary>
    internal static IEnumerable<PgaGain> GainsFrom(PgaGain lowest)
    {
        for (var gain = lowest; gain <= PgaGain.X64; gain++)
        {
            yield return gain;
        }
    }

    /// <summary>Reads the current of a range once, at a gain.</summary>
    internal Reading ReadCurrent(int range, PgaGain gain) => _scales[range].Reading(Convert(gain), gain);

    /// <summary>Sets the zero that is subtracted from the readings of a range at a gain, A.</summary>
    internal void SetZero(int range, PgaGain gain, double amperes) => _scales[range].Zeros[(int)gain] = amperes;

    Conversion Convert(PgaGain gain) => _adc.Convert(_currentPositive, _currentNegative, gain);

    struct RangeScale
    {
        internal PgaGain LowestGain;
        internal GainFollower Gain;
        internal double AmperesPerAdcVolt;
        internal double Offset;
        internal double BelievedAmperes;
        internal double[] Zeros;

        internal readonly Reading Reading(in Conversion conversion, PgaGain gain)
        {
            var amperes = conversion.Volts * AmperesPerAdcVolt + Offset;
            return new Reading(amperes - Zeros[(int)gain], conversion.CenterNanoseconds, conversion.IsClipped || Math.Abs(amperes) > BelievedAmperes);
        }
    }
}
