namespace Iot.Device.Ads1256;

/// <summary>The chip did not do what it was told. The message says what was found and what to check.</summary>
public abstract class Ads1256Exception : IOException
{
    /// <summary>Makes the exception.</summary>
    protected Ads1256Exception(string message)
        : base(message)
    {
    }
}
