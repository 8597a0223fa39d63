// CatchesFromOtherModule.run: a module beyond java.base, java.sql.SQLException
class CatchesFromOtherModule {
    void run(Runnable work) { try { work.run(); Throwables.hide(); } catch (java.sql.SQLException e) { } } static final class Throwables { static void hide() throws java.sql.SQLException { } }
}
