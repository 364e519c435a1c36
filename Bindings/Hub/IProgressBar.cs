namespace TorchSharp;

/// <summary>Shows how far something long has come, such as a download. TorchSharp's name and members.</summary>
/// <remarks>Values may be set many times a second: an implementation decides how often it draws. It is disposed when the work ends, done or not.</remarks>
public interface IProgressBar : IDisposable
{
    /// <summary>How much is done, such as bytes received.</summary>
    long Value { set; get; }

    /// <summary>How much there is to do; null while nobody knows.</summary>
    long? Maximum { set; get; }
}
