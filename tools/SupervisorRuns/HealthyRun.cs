namespace CoinRig.SupervisorRuns;

/// <summary>Hours without a fault.</summary>
/// <param name="Seed">The seed.</param>
/// <param name="Hours">How long it stayed closed, h.</param>
/// <param name="End">"closed", or why it tripped.</param>
/// <param name="Spoiled">Bytes that did not arrive as they were sent.</param>
sealed record HealthyRun(int Seed, double Hours, string End, long Spoiled);
