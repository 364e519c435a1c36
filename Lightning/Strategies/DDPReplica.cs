namespace Lightning;

/// <summary>
/// A module of which every process trains a copy. What is averaged are the gradients of the parameters that are trained now: whoever freezes or unfreezes
/// some between two passes has the copies connected anew.
/// </summary>
internal sealed class DDPReplica : IModuleReplica
{
    private readonly torch.nn.Module _module;
    private readonly Func<torch.nn.Module, torch.nn.parallel.Replica> _connect;
    private TorchSharp.Modules.Parameter[] _parameters = [];
    private bool[] _trained = [];
    private torch.nn.parallel.Replica? _replica;
    private IDisposable? _quiet;
    private int _blocks;

    /// <param name="module">The module, on its device.</param>
    /// <param name="connect">Hooks on to the gradients.</param>
    internal DDPReplica(torch.nn.Module module, Func<torch.nn.Module, torch.nn.parallel.Replica> connect)
    {
        (_module, _connect) = (module, connect);
        Connect();
    }

    public void BeforeForward()
    {
        for (var i = 0; i < _parameters.Length; i++)
        {
            if (_parameters[i].requires_grad != _trained[i])
            {
                Connect();
                break;
            }
        }

        _replica?.BeforeForward();
    }

    public T AfterForward<T>(T result) => _replica is null ? result : _replica.AfterForward(result);

    public void SyncBuffers() => _replica?.SyncBuffers();

    public IDisposable BlockBackwardSync() => new Block(this);

    public void Dispose()
    {
        _replica?.Dispose();
        _replica = null;
        _parameters = [];
    }

    private void Connect()
    {
        _parameters = [.. _module.parameters()];
        _trained = Array.ConvertAll(_parameters, parameter => parameter.requires_grad);
        _replica?.Dispose();
        _replica = Array.IndexOf(_trained, true) < 0 ? null : _connect(_module);
        if (_blocks > 0)
        {
            _quiet = _replica?.no_sync();
        }
    }

    private sealed class Block : IDisposable
    {
        private DDPReplica? _owner;

        internal Block(DDPReplica owner)
        {
            _owner = owner;
            if (owner._blocks++ == 0)
            {
                owner._quiet = owner._replica?.no_sync();
            }
        }

        public void Dispose()
        {
            if (_owner is { } owner)
            {
                _owner = null;
                if (--owner._blocks == 0)
                {
                    owner._quiet?.Dispose();
                    owner._quiet = null;
                }
            }
        }
    }
}
