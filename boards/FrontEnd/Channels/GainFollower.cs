using Iot.Device.Ads1256;

namespace CoinRig.FrontEnd;

/// <summary>
/// The gain of the ADC for the current of one range: a small current is read with a larger one, whose steps, noise and
/// nonlinearity are smaller. It is raised after some readings with room above them and lowered at once.
/// </summary>
sealed class GainFollower
{
    /// <summary>Raised where the reading stays below this part of the scale that the larger gain has.</summary>
    const double RaisedPart = 0.4;

    /// <summary>Lowered for the next reading where this one is above this part of the scale.</summary>
    const double LoweredPart = 0.7;

    /// <summary>A reading above this part of a raised gain's scale is not believed.</summary>
    const double BelievedPart = 0.9;

    /// <summary>Nor is one that is so far from the one before, as a part of the scale: the input may have been beyond it for some of the window.</summary>
    const double JumpPart = 0.5;

    /// <summary>Readings with room before the gain is raised.</summary>
    const int QuietReadings = 8;

    readonly PgaGain _lowest;

    /// <summary>The last reading, as a part of the scale of gain 1.</summary>
    double _last;
    int _quiet;

    /// <param name="lowest">The gain at which the range's full scale fits.</param>
    internal GainFollower(PgaGain lowest) => Next = _lowest = lowest;

    /// <summary>The gain of the next reading.</summary>
    internal PgaGain Next { get; private set; }

    /// <summary>The set value, the range or the relay changes: the next reading may be anywhere.</summary>
    internal void Reset() => (Next, _quiet) = (_lowest, 0);

    /// <summary>Whether a reading at <see cref="Next"/> is what it says; one that is not is repeated at the lowest gain.</summary>
    internal bool Believes(in Conversion reading)
    {
        if (Next == _lowest)
        {
            return true;
        }
        var (part, gain) = (Part(reading), Next.Factor());
        return !reading.IsClipped && Math.Abs(part) <= BelievedPart && Math.Abs(part - _last * gain) <= JumpPart;
    }

    /// <summary>Takes a reading that is believed and chooses the gain of the next.</summary>
    internal void Follow(in Conversion reading)
    {
        var part = Math.Abs(Part(reading));
        _last = Part(reading) / Next.Factor();
        _quiet = 2 * part <= RaisedPart ? _quiet + 1 : 0;
        if (part > LoweredPart && Next > _lowest)
        {
            Next--;
        }
        else if (_quiet >= QuietReadings && Next < PgaGain.X64)
        {
            (Next, _quiet) = (Next + 1, QuietReadings - 1);
        }
    }

    static double Part(in Conversion reading) => reading.Code / (double)0x7F_FFFF;
}
