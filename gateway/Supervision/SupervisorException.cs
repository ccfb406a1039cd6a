namespace CoinRig.Supervision;

/// <summary>The supervisor does not answer, refuses, or does not hold what it was sent. The message says what to do.</summary>
public sealed class SupervisorException : Exception
{
    /// <param name="message">What was found, and what to do.</param>
    public SupervisorException(string message) : base(message)
    {
    }
}
