namespace Iot.Device.Ads1256;

/// <summary>
/// Order of the bits inside each byte that the chip sends (ORDER bit of STATUS). What it receives is always most significant
/// bit first.
/// </summary>
public enum BitOrder : byte
{
    /// <summary>Most significant bit first.</summary>
    MostSignificantFirst,

    /// <summary>Least significant bit first; the binding turns the bytes round.</summary>
    LeastSignificantFirst,
}
