namespace Lightning;

/// <summary>One bar, or its plain lines.</summary>
internal interface IProgressView : IDisposable
{
    /// <summary>Notes that batches are done; true when it is time to show that.</summary>
    bool Advance(long done);

    /// <summary>Takes the metrics to show.</summary>
    void Show(string metrics);

    /// <summary>Another view is shown meanwhile.</summary>
    void Pause();

    /// <summary>The other view is gone.</summary>
    void Continue();

    /// <summary>Takes the view away.</summary>
    /// <returns>The line that says what came of it.</returns>
    string Finish(string metrics);
}
