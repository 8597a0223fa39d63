// LogsToOtherModule.log: a module beyond java.base, java.util.logging.Logger.getLogger
class LogsToOtherModule {
    Object log() { return java.util.logging.Logger.getLogger("x"); }
}
