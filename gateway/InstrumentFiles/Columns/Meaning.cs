namespace CoinRig.InstrumentFiles;

/// <summary>What a column means, whatever its file calls it.</summary>
public enum Meaning
{
    /// <summary>Nothing that this library knows; kept as it is.</summary>
    Other,

    /// <summary>Time since the start of the test, s.</summary>
    Time,

    /// <summary>Time since the start of the step, s.</summary>
    StepTime,

    /// <summary>Wall time, s since 1970-01-01; local where the file gives no zone.</summary>
    WallTime,

    /// <summary>Voltage of the cell or potential of the working electrode, V.</summary>
    Voltage,

    /// <summary>Current, A; positive charges.</summary>
    Current,

    /// <summary>Number of the cycle.</summary>
    Cycle,

    /// <summary>Number of the step as it was carried out: rises by one at every start of a step.</summary>
    StepCount,

    /// <summary>Number of the step in the program; comes again in every cycle.</summary>
    StepId,

    /// <summary>Kind of the step, in the instrument's words.</summary>
    StepType,

    /// <summary>Number of the row.</summary>
    RecordIndex,

    /// <summary>Number of the row in its step.</summary>
    StepRecordIndex,

    /// <summary>Power, W.</summary>
    Power,

    /// <summary>Charge that went in, C.</summary>
    ChargingCharge,

    /// <summary>Charge that came out, C, positive.</summary>
    DischargingCharge,

    /// <summary>Charge that went in less what came out, C.</summary>
    NetCharge,

    /// <summary>Charge without a sign, C: that of the running step, or throughput.</summary>
    AbsoluteCharge,

    /// <summary>Energy that went in, J.</summary>
    ChargingEnergy,

    /// <summary>Energy that came out, J, positive.</summary>
    DischargingEnergy,

    /// <summary>Energy that went in less what came out, J.</summary>
    NetEnergy,

    /// <summary>Energy without a sign, J.</summary>
    AbsoluteEnergy,

    /// <summary>Temperature at the cell, degC.</summary>
    Temperature,

    /// <summary>Temperature of the surroundings, degC.</summary>
    AmbientTemperature,

    /// <summary>Pressure, Pa.</summary>
    Pressure,

    /// <summary>Resistance that the instrument reports, ohm.</summary>
    Resistance,

    /// <summary>Frequency, Hz.</summary>
    Frequency,

    /// <summary>Real part of the impedance, ohm.</summary>
    RealImpedance,

    /// <summary>Imaginary part of the impedance, ohm; negative where capacitive.</summary>
    ImaginaryImpedance,

    /// <summary>Modulus of the impedance, ohm.</summary>
    ImpedanceModulus,

    /// <summary>Phase of the impedance, degree; negative where capacitive.</summary>
    Phase,

    /// <summary>Scan rate, V/s.</summary>
    ScanRate,
}
