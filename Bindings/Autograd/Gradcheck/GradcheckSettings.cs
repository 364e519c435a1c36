namespace TorchSharp;

/// <summary>How exactly gradients are checked, and what else is.</summary>
internal sealed record GradcheckSettings(
    double Eps, double Atol, double Rtol, double NondetTol, bool Undefined, bool Dtypes, bool Batched, bool Forward, bool Backward,
    bool Fast);
