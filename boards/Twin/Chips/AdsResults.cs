namespace CoinRig.Twin;

/// <summary>Forms output codes and calibration values from what the modulator saw.</summary>
sealed class AdsResults(AdsRegisters registers, InputTimeline timeline, AdsInputStage stage, AdsErrors errors, SeededNoise noise)
{
    /// <summary>The noise tables are for this reference, V.</summary>
    const double TableReferenceVolts = 2.5;

    /// <summary>
    /// The filter looks at averages and four periods of the sinc5 filter, 320 tau less than the settling time; what it looks at lies in
    /// the middle of the settling time.
    /// </summary>
    static readonly long Margin = AdsTiming.Nanoseconds(160);

    /// <summary>Multiplies this specimen's noise.</summary>
    internal double NoiseFactor { get; set; } = 1;

    long _formedEnd = long.MinValue;
    int _formedCode;

    /// <summary>The code of the conversion that ended at a time; asked again, the same code.</summary>
    internal int Form(long end, long window)
    {
        if (_formedEnd != end)
        {
            var fraction = Measured(timeline.Mean(end - window + Margin, end - Margin));
            (_formedEnd, _formedCode) = (end, AdsCalibration.Code(registers, fraction));
        }
        return _formedCode;
    }

    /// <summary>Sets the calibration registers from a calibration that ran over a span.</summary>
    internal void Calibrate(AdsCalibrationKind kind, long from, long to)
    {
        switch (kind)
        {
            case AdsCalibrationKind.SelfOffset:
                AdsCalibration.SetOffset(registers, Measured(0));
                break;
            case AdsCalibrationKind.SelfGain:
                CalibrateOwnGain();
                break;
            case AdsCalibrationKind.SelfOffsetAndGain:
                AdsCalibration.SetOffset(registers, Measured(0));
                CalibrateOwnGain();
                break;
            case AdsCalibrationKind.SystemOffset:
                AdsCalibration.SetOffset(registers, Measured(timeline.Mean(from, to)));
                break;
            default:
                AdsCalibration.SetFullScale(registers, Measured(timeline.Mean(from, to)), 1);
                break;
        }
    }

    /// <summary>The inputs are at the reference, half of full scale; at higher gains the chip keeps to the same half.</summary>
    void CalibrateOwnGain() => AdsCalibration.SetFullScale(registers, Measured(0.5), 0.5);

    /// <summary>What this specimen makes of a fraction of full scale.</summary>
    double Measured(double fraction)
    {
        var gain = 1 << registers.GainIndex;
        var volts = errors.OffsetVolts;
        if (errors.NoiseFactor > 0)
        {
            volts += NoiseFactor * errors.NoiseFactor * noise.Normal()
                * AdsNoiseTable.Volts(registers.RateIndex, registers.GainIndex, registers.Input.IsBuffered);
        }
        return fraction * (1 + errors.GainError) + volts * gain / (2 * Math.Min(stage.ReferenceVolts, TableReferenceVolts));
    }
}
