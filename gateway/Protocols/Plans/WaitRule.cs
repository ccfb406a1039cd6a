namespace CoinRig.Protocols;

/// <summary>What a wait is for.</summary>
public enum WaitFor
{
    /// <summary>A person who says that it is over.</summary>
    Person,

    /// <summary>A mark, such as the one that a microscope sets.</summary>
    Mark,
}

/// <summary>What a segment waits for, apart from its timeout.</summary>
/// <param name="For">A person or a mark.</param>
/// <param name="Text">What the person is to do, or which mark; empty for any.</param>
public sealed record WaitRule(WaitFor For, string Text);
