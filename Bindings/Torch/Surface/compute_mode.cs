namespace TorchSharp;

/// <summary>When torch.cdist goes by matrix multiplication, which is faster and less exact (its <c>compute_mode</c>).</summary>
public enum compute_mode
{
    /// <summary>Where either side has more than 25 rows.</summary>
    use_mm_for_euclid_dist_if_necessary = 0,

    /// <summary>Always.</summary>
    use_mm_for_euclid_dist = 1,

    /// <summary>Never.</summary>
    donot_use_mm_for_euclid_dist = 2,
}
