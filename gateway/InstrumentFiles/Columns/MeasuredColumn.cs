namespace CoinRig.InstrumentFiles;

/// <summary>One column of a file.</summary>
/// <param name="Name">Its name as the file has it.</param>
/// <param name="Unit">The unit in the file; empty where it has none.</param>
/// <param name="Meaning">What it is; its values are handed out in that meaning's SI unit.</param>
/// <param name="Scope">For charges and energies: where they begin anew.</param>
/// <param name="IsText">Whether it holds words instead of numbers.</param>
public sealed record MeasuredColumn(string Name, string Unit, Meaning Meaning, ChargeScope Scope = ChargeScope.Unknown, bool IsText = false)
{
    /// <summary>The unit of the values handed out; that of the file where the meaning is not known.</summary>
    public string SiUnit => Meaning switch
    {
        Meaning.Time or Meaning.StepTime or Meaning.WallTime => "s",
        Meaning.Voltage => "V",
        Meaning.Current => "A",
        Meaning.Power => "W",
        Meaning.ChargingCharge or Meaning.DischargingCharge or Meaning.NetCharge or Meaning.AbsoluteCharge => "C",
        Meaning.ChargingEnergy or Meaning.DischargingEnergy or Meaning.NetEnergy or Meaning.AbsoluteEnergy => "J",
        Meaning.Temperature or Meaning.AmbientTemperature => "degC",
        Meaning.Pressure => "Pa",
        Meaning.Resistance or Meaning.RealImpedance or Meaning.ImaginaryImpedance or Meaning.ImpedanceModulus => "ohm",
        Meaning.Frequency => "Hz",
        Meaning.Phase => "deg",
        Meaning.ScanRate => "V/s",
        Meaning.Other => Unit,
        _ => "1",
    };
}
