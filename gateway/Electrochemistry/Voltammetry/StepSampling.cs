namespace CoinRig.Electrochemistry.Voltammetry;

/// <summary>When the current of a step of a staircase was read.</summary>
public enum StepSampling
{
    /// <summary>The file does not say.</summary>
    Unknown,

    /// <summary>Averaged over the step: the same as the current of a linear sweep within 0.1 %, also at 5 mV a step.</summary>
    Averaged,

    /// <summary>At the end of the step: peaks read low, and the charge of the double layer is missing.</summary>
    EndOfStep,
}
