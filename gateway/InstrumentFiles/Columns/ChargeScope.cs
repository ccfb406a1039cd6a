namespace CoinRig.InstrumentFiles;

/// <summary>Where a column of charge or energy begins anew at zero.</summary>
public enum ChargeScope
{
    /// <summary>Not stated by the file; look before you subtract.</summary>
    Unknown,

    /// <summary>Never within the test.</summary>
    Test,

    /// <summary>At each step.</summary>
    Step,

    /// <summary>At each cycle.</summary>
    Cycle,

    /// <summary>Where the program of the instrument says so.</summary>
    Schedule,
}
