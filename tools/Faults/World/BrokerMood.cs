namespace CoinRig.Faults;

/// <summary>How a broker is.</summary>
enum BrokerMood
{
    /// <summary>It answers at once.</summary>
    Well,

    /// <summary>It never answers.</summary>
    Dead,

    /// <summary>It answers late.</summary>
    Slow,

    /// <summary>It breaks off, forgets what it has acknowledged, and answers twice.</summary>
    Lying,
}
